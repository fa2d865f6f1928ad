namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class ComponentContract : BuildContract
{
    [Fact]
    public void Components_see_the_build_through_instance_members()
    {
        var result = Root.Run("components");

        Assert.Contains($"root {Root.Folder}\ntemporary {Root.NukeFolder}/temp\nproject contract-build.csproj\n", result.Output);
        Assert.Contains("local True server False host Terminal verbosity Normal\n", result.Output);
        Assert.Contains("running Verb finished False failing False\n", result.Output);
    }

    [Fact]
    public void A_base_definition_and_an_inherited_one_come_before_what_is_added()
    {
        var result = Root.Run("components", "Layered", "Other");

        Assert.Contains("base layer\nderived layer\n", result.Output);
        Assert.Contains("inherited other\nown other\n", result.Output);
    }

    [Fact]
    public void Components_are_depended_on_by_type_and_absent_ones_only_on_trial()
    {
        var rows = Root.Run("components", "Both", "Tolerant").Rows();

        Assert.Equal(["Both", "Other", "Tolerant", "Verb"], rows.Select(row => row.Split(' ')[0]).Order());
        Assert.All(rows, row => Assert.Contains(" Succeeded ", row));
    }

    [Fact]
    public void Extensions_are_called_by_priority_and_the_builds_own_methods_last()
    {
        string[] expected =
        [
            "high: created with 3 targets of ExtensionBuild",
            "low: created with 3 targets of ExtensionBuild",
            "build: created",
            "high: initialized for Work",
            "low: initialized for Work",
            "build: initialized",
            "high: running Work Running",
            "low: running Work Running",
            "build: running Work",
            "build: succeeded Work",
            "high: finished",
            "low: finished",
            "build: finished",
        ];

        var result = Root.Run("extensions");

        Assert.Equal(expected, result.Lines.Where(line => line.Contains(": ") && !line.Contains("NUKE")));
    }

    [Fact]
    public void A_build_is_told_of_failed_and_skipped_targets()
    {
        Assert.Contains("build: failed Broken\n", Root.Run("extensions", "Broken").Output);
        Assert.Contains("build: skipped Skipped\n", Root.Run("extensions", "Skipped").Output);
    }
}
