using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>An image that does not run.</summary>
internal static class SampleSmoke
{
    public static ImageReport Failed { get; } =
        SampleReports.Good with
        {
            Smoke = new()
            {
                Status = SmokeStatus.Failed,
                Detail = "it ended with exit code 1 before http://:8080/health answered",
                Milliseconds = 412,
                LastLines =
                [
                    "node:internal/modules/cjs/loader:1143",
                    "Error: Cannot find module './config/shop.json'",
                    "\u001b[2J::error::x",
                ],
                Missing =
                [
                    "build (line 4) has /app/config/shop.json: copy it into production (COPY --from=build /app/config/shop.json /app/config/shop.json).",
                ],
            },
            Outcome = ReportOutcome.SmokeFailed,
            Reason = "the image does not run as it should: it ended with exit code 1 before http://:8080/health answered",
            Push = new() { Withheld = "the image does not run as it should" },
        };
}
