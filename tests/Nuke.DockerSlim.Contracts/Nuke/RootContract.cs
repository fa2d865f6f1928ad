namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class RootContract : BuildContract
{
    [Fact]
    public void The_root_is_the_nearest_folder_above_with_a_nuke_folder()
    {
        var below = Directory.CreateDirectory(Path.Combine(Root.Folder, "a", "b")).FullName;

        using var run = Root.StartIn(below, "components");

        Assert.Contains($"root {Root.Folder}\n", run.Finish().Output);
    }

    [Fact]
    public void A_root_can_be_given_and_the_bare_option_means_here()
    {
        var other = Directory.CreateDirectory(Path.Combine(Root.Folder, "other")).FullName;

        Assert.Contains($"root {other}\n", Root.Run("components", "Verb", "--root", "other").Output);
        using var run = Root.StartIn(other, "components", "Verb", "--root");
        Assert.Contains($"root {other}\n", run.Finish().Output);
    }

    [Fact]
    public void Without_a_root_the_program_is_aborted()
    {
        Directory.Delete(Root.NukeFolder);

        var result = Root.Run("components");

        Assert.Equal(BuildResult.Aborted, result.ExitCode);
        Assert.Contains($"Could not locate '.nuke' directory/file while walking up from '{Root.Folder}'.", result.Output);
    }

    [Fact]
    public void Two_runs_in_one_root_get_in_each_others_way_and_the_second_one_ends()
    {
        using var first = Root.Start("signals", "Unguarded");
        first.WaitUntilItSays("waiting");

        var second = Root.Run("components", "--help");

        Assert.Equal(BuildResult.Failure, second.ExitCode);
        Assert.Contains("build.log' because it is being used by another process.", second.Output);
    }
}
