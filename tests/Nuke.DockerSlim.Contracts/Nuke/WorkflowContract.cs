namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class WorkflowContract : BuildContract
{
    private const string CheckFile = ".github/workflows/check_all.yml";

    [Fact]
    public void A_local_run_writes_the_workflow_and_says_so_only_when_it_changed()
    {
        Root.Write("build.cmd", "");

        Assert.Contains("[WRN] Configuration files for GitHubActions (check_all) have changed.", Root.Run("workflow").Output);
        Assert.DoesNotContain("[WRN]", Root.Run("workflow").Output);
        Root.Write(CheckFile, "edited by hand");
        Assert.Contains("[WRN] Configuration files for GitHubActions (check_all) have changed.", Root.Run("workflow").Output);
    }

    [Fact]
    public void The_workflow_holds_what_the_attribute_says()
    {
        Root.Write("build.cmd", "");
        Root.Run("workflow");
        var text = Root.Read(CheckFile);

        Assert.StartsWith("# ----", text);
        Assert.Contains("#         nuke --generate-configuration GitHubActions_check_all --host GitHubActions\n", text);
        Assert.Equal(
            Expected,
            text[text.IndexOf("name: check_all", StringComparison.Ordinal)..text.IndexOf("  ubuntu-24_04:", StringComparison.Ordinal)]
        );
    }

    [Fact]
    public void Short_triggers_and_steps_left_out()
    {
        Root.Write("tools/build.cmd", "");
        Root.Run("workflow");

        var text = Root.Read(".github/workflows/short.yml");

        Assert.Contains("\non: [push]\n", text);
        Assert.Contains(
            "    runs-on: windows-2022\n    steps:\n      - uses: actions/checkout@v6\n      - name: 'Run: '\n        run: ./tools/build.cmd",
            text
        );
    }

    [Fact]
    public void Without_a_build_script_a_local_run_fails()
    {
        var result = Root.Run("workflow");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("exited with code 255", result.Output);
    }

    [Fact]
    public void A_server_writes_nothing()
    {
        Root.Environment["GITHUB_ACTIONS"] = "true";

        Assert.Equal(0, Root.Run("workflow").ExitCode);
        Assert.False(Root.Has(CheckFile));
    }

    private const string Expected = """
        name: check_all

        on:
          push:
            branches:
              - main
              - 'release/*'
          pull_request:
            branches:
              - main
          workflow_dispatch:
            inputs:
              ImageName:
                description: "Image Name"
                required: false

        permissions:
          pull-requests: write
          contents: read

        concurrency:
          group: ${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}
          cancel-in-progress: true

        jobs:
          ubuntu-latest:
            name: ubuntu-latest
            runs-on: ubuntu-latest
            timeout-minutes: 20
            steps:
              - uses: actions/checkout@v6
                with:
                  fetch-depth: 0
              - name: 'Cache: .nuke/temp, ~/.nuget/packages'
                uses: actions/cache@v4
                with:
                  path: |
                    .nuke/temp
                    ~/.nuget/packages
                  key: ${{ runner.os }}-${{ hashFiles('**/global.json', '**/*.csproj', '**/Directory.Packages.props') }}
              - name: 'Run: Work, Report'
                run: ./build.cmd Work Report
                env:
                  ImageName: ${{ github.event.inputs.ImageName }}
                  ApiToken: ${{ secrets.API_TOKEN }}
                  GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}
              - name: 'Publish: artifacts'
                uses: actions/upload-artifact@v5
                with:
                  name: artifacts
                  path: artifacts

        """;
}
