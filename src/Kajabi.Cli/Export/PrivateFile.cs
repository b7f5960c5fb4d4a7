namespace Kajabi.Cli.Export;

/// <summary>Opens files that only their owner can read. Does not follow symbolic links, which another user may have created.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a file.</summary>
    /// <exception cref="IOException">A file or a link with that name exists.</exception>
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

    /// <summary>Opens a file of an earlier run and restricts it to its owner.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="UsageException">The path is a link or not a regular file, or the file belongs to another user.</exception>
    public static FileStream Open(string path)
    {
        ThrowIfLink(path);

        // Read and write access, because opening a named pipe only for reading would wait for a writer.
        FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        try
        {
            if (!file.CanSeek)
            {
                throw new UsageException($"{path} is not a regular file. Delete it and start again.");
            }

            if (!OperatingSystem.IsWindows())
            {
                // Only the owner can do this, so it also verifies the owner.
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

    /// <exception cref="UsageException">The path is a symbolic link, even if its target does not exist.</exception>
    public static void ThrowIfLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new UsageException(
                $"{path} is a symbolic link, which the command does not follow. Delete it, or choose another name for the output."
            );
        }
    }
}
