using System.Text;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim;

/// <summary>
/// Keeps secrets out of a report, wherever they came from: a file's name, a line of a Dockerfile, the message of a test. What was searched in a stream is
/// masked there already; this is for all the rest.
/// </summary>
internal static class MaskedReport
{
    /// <summary>The report without secrets; the same where there are none in it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mask">What masks them.</param>
    public static ImageReport Of(ImageReport report, SecretMask mask)
    {
        var text = JsonReport.ToJson(report);
        var masked = MaskedJson.Of(text, mask);
        return ReferenceEquals(masked, text) ? report : JsonReportReader.Parse(Encoding.UTF8.GetBytes(masked), JsonReport.FileName);
    }
}
