using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// A report as JSON: indented, camelCase, every field written, null where nothing is known. The fields are explained in docs/report.md and
/// held by docs/slim-report.schema.json.
/// </summary>
public static class JsonReport
{
    /// <summary>The report's file name inside <c>artifacts/images/&lt;name&gt;/</c>.</summary>
    public const string FileName = "slim-report.json";

    /// <summary>The file name of the report as a page for people, beside it.</summary>
    public const string PageFileName = "report.html";

    /// <summary>The folder of all images' reports, from the root folder on.</summary>
    public const string Folder = "artifacts/images";

    /// <summary>The file of an image's report, from the root folder on.</summary>
    /// <param name="report">The report.</param>
    public static string NameOf(ImageReport report) => $"{Folder}/{report.Image.Name}/{FileName}";

    // A report is kilobytes; beyond this the file is something else.
    private const long LargestFile = 64 * 1024 * 1024;

    // The file is read by people too: "&&" stays "&&". Whoever puts it into HTML has to escape it anyway.
    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The report as it is written to its file, a line end at its end.</summary>
    /// <param name="report">The report.</param>
    public static string ToJson(ImageReport report)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Form))
            JsonSerializer.Serialize(writer, report, JsonReportWriting.Default.ImageReport);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>Writes a report in one piece: whoever reads the file meanwhile sees the old one or the new one, never a half.</summary>
    /// <param name="path">The file; its folder is made if it is missing.</param>
    /// <param name="report">The report.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, ImageReport report)
    {
        try
        {
            WholeFile.Replace(path, ToJson(report));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The report cannot be written to {path}: {e.Message} Free the place or the right to write there.");
        }
    }

    /// <summary>Reads a report that this version or an older one wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file is missing, broken, cut off, or written by a newer version.</exception>
    public static ImageReport Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
                throw new InputException($"{path} is no report: it is larger than 64 MB. Delete it and run ./build.sh SlimImage.");
            return JsonReportReader.Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"There is no report {path} yet: run ./build.sh SlimImage, which measures the image and writes it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The report {path} cannot be read: {e.Message} Make it readable, or delete it and run ./build.sh SlimImage."
            );
        }
    }
}
