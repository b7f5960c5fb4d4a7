namespace Kajabi.Cli.Export;

/// <summary>Opens files that only their owner can read, and never through a link that somebody else may have placed.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a file.</summary>
    /// <exception cref="IOException">There is a file or a link of that name.</exception>
    public static FileStream Create(string path)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Opens a file that an earlier run created, and takes access from everybody else.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UsageException">It is a link, no regular file, or another user's.</exception>
    public static FileStream Open(string path)
    {
        RefuseLink(path);

        // Opening a named pipe for reading alone would wait for a writer.
        FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        try
        {
            if (!file.CanSeek)
            {
                throw new UsageException($"{path} is no regular file. Delete it and begin again.");
            }

            if (!OperatingSystem.IsWindows())
            {
                // Only the owner may do this, so it is a test of the owner too.
                File.SetUnixFileMode(file.SafeFileHandle, OwnerOnly);
            }

            return file;
        }
        catch (UnauthorizedAccessException)
        {
            file.Dispose();
            throw new UsageException($"{path} belongs to another user. Choose another name for the output.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <exception cref="UsageException">The path is a symbolic link, whether its target exists or not.</exception>
    public static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new UsageException(
                $"{path} is a symbolic link, and an export does not follow links. Delete it, choose another name, or write to standard output with --output -."
            );
        }
    }
}
