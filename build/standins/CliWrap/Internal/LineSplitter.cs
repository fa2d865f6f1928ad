using System.Text;

namespace CliWrap.Internal;

/// <summary>Cuts a text stream into lines that end in LF, CR or CR LF, each handed on as soon as it is complete.</summary>
internal static class LineSplitter
{
    private const int BufferChars = 4096;

    // StreamReader.ReadLine would sit on a line that ends in CR until it knows what comes after: too late for progress output.
    public static async Task SplitAsync(
        Stream origin,
        Encoding encoding,
        Func<string, CancellationToken, Task> handleLineAsync,
        CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(origin, encoding, false, BufferChars, leaveOpen: true);
        var buffer = new char[BufferChars];
        var line = new StringBuilder();
        var afterReturn = false;
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            for (var i = 0; i < count; i++)
            {
                var c = buffer[i];
                if (c is '\n' && afterReturn)
                {
                    afterReturn = false;
                    continue;
                }
                afterReturn = c is '\r';
                if (c is not ('\r' or '\n'))
                {
                    line.Append(c);
                    continue;
                }
                await handleLineAsync(line.ToString(), cancellationToken).ConfigureAwait(false);
                line.Clear();
            }
        }
        if (line.Length > 0)
            await handleLineAsync(line.ToString(), cancellationToken).ConfigureAwait(false);
    }
}
