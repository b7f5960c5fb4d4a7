using OpenApi.Documents.Reading;

namespace Kajabi.Contract.Sources;

/// <summary>Reads the content of a document whose length is not known in advance.</summary>
internal static class LimitedContent
{
    /// <summary>Returns the content; null if it exceeds <see cref="ReadingLimits.MaxBytes"/>.</summary>
    public static async Task<MemoryStream?> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        MemoryStream content = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > ReadingLimits.MaxBytes)
            {
                return null;
            }
        }

        content.Position = 0;
        return content;
    }
}
