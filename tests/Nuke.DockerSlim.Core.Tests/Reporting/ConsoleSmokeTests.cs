using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class ConsoleSmokeTests
{
    [Fact]
    public void Shows_what_failed_with_the_last_lines_as_the_golden_file()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ConsoleReport.Write(writer, [SampleSmoke.Failed], new());
        GoldenFile.Holds("console-smoke-failed-80.txt", writer.ToString());
    }
}
