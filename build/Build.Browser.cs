using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CliWrap;
using Nuke.Common.IO;

// The browser that tests of the page run in: the machine's, or one that is brought for them.
partial class Build
{
    /// <summary>The variable that names it. Where none can be had the tests say so; under CI that is a failure.</summary>
    async Task<IReadOnlyList<(string, string)>> BrowserAsync()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("DOCKERSLIM_TEST_BROWSER") is not null)
            return [];
        var said = new StringBuilder();
        var result = await Cli.Wrap("bash")
            .WithArguments([RootDirectory / "build" / "browser" / "browser.sh"])
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(said))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(Console.WriteLine))
            .ExecuteAsync();
        var program = said.ToString().Split('\n').FirstOrDefault(x => x.StartsWith("BROWSER=", StringComparison.Ordinal));
        return result.ExitCode == 0 && program is not null ? [("DOCKERSLIM_TEST_BROWSER", program["BROWSER=".Length..])] : [];
    }
}
