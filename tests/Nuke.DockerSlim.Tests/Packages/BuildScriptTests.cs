namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>build.sh: compiles exactly when something that the build program is made of has changed, and stays out of the way otherwise.</summary>
[Collection(PackagesCollection.Name)]
public sealed class BuildScriptTests(ScriptCheckout checkout) : IClassFixture<ScriptCheckout>
{
    [Fact]
    public async Task Arguments_and_the_exit_code_pass_through_untouched()
    {
        var run = await checkout.BuildAsync("exit", "7", "a b", "", "\"quoted\" 'single'", "$HOME *", "--x=ä;%20", "\\");

        Assert.Equal(7, run.ExitCode);
        Assert.Equal("<exit><7><a b><><\"quoted\" 'single'><$HOME *><--x=ä;%20><\\>", run.Output.Trim());
    }

    [Fact]
    public async Task An_unchanged_tree_runs_no_compiler()
    {
        (await checkout.BuildAsync()).MustSucceed();
        checkout.DeleteCompilerLog();
        var again = (await checkout.BuildAsync()).MustSucceed();

        Assert.Equal("", again.Error);
        Assert.False(checkout.HasCompilerLog);
    }

    [Theory]
    [InlineData("build/Part.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("build/_build.csproj")]
    public async Task A_changed_file_is_noticed_even_with_its_old_size_and_time(string path)
    {
        (await checkout.BuildAsync()).MustSucceed();
        checkout.ChangeCaseOfAMark(path);

        Assert.Contains(ScriptCheckout.Compiles, (await checkout.BuildAsync()).MustSucceed().Error);
    }

    [Fact]
    public async Task An_added_and_a_deleted_file_are_noticed()
    {
        (await checkout.BuildAsync()).MustSucceed();
        checkout.Write("build/Added.cs", "internal sealed class Added;");
        var added = (await checkout.BuildAsync()).MustSucceed();
        checkout.Delete("build/Added.cs");
        var deleted = (await checkout.BuildAsync()).MustSucceed();

        Assert.Contains(ScriptCheckout.Compiles, added.Error);
        Assert.Contains(ScriptCheckout.Compiles, deleted.Error);
    }

    [Fact]
    public async Task A_package_that_a_source_folder_gains_is_noticed()
    {
        checkout.RecordSourceFolder();
        checkout.ChangeCaseOfAMark("build/Part.cs");
        (await checkout.BuildAsync()).MustSucceed();
        var unchanged = (await checkout.BuildAsync()).MustSucceed();
        checkout.PublishPackage();
        var gained = (await checkout.BuildAsync()).MustSucceed();

        Assert.Equal("", unchanged.Error);
        Assert.Contains(ScriptCheckout.Compiles, gained.Error);
    }

    [Fact]
    public async Task A_program_that_does_not_compile_shows_its_errors_each_time_until_it_is_mended()
    {
        checkout.Write("build/Broken.cs", "internal sealed class Broken : Missing;");
        var first = await checkout.BuildAsync("exit", "0");
        var second = await checkout.BuildAsync("exit", "0");
        checkout.Delete("build/Broken.cs");

        Assert.All([first, second], x => Assert.Equal((1, ""), (x.ExitCode, x.Output)));
        Assert.All([first, second], x => Assert.Contains("Broken.cs(1,32): error CS0246", x.Error));
        (await checkout.BuildAsync()).MustSucceed();
    }

    [Fact]
    public async Task Two_runs_at_once_on_a_changed_tree_compile_it_once()
    {
        checkout.ChangeCaseOfAMark("build/Part.cs");
        var runs = await Task.WhenAll(checkout.BuildAsync("one"), checkout.BuildAsync("two"));

        Assert.All(runs, x => x.MustSucceed());
        Assert.Single(runs, x => x.Error.Contains(ScriptCheckout.Compiles, StringComparison.Ordinal));
    }
}
