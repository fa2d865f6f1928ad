using System.Diagnostics;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Builders;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class ConfigurationTests
{
    [Fact]
    public void A_new_command_has_quiet_defaults()
    {
        var command = Cli.Wrap("x");

        Assert.Equal("x", command.TargetFilePath);
        Assert.Equal("", command.Arguments);
        Assert.Equal(Directory.GetCurrentDirectory(), command.WorkingDirPath);
        Assert.Empty(command.EnvironmentVariables);
        Assert.Equal(CommandResultValidation.ZeroExitCode, command.Validation);
        Assert.Same(PipeSource.Null, command.StandardInputPipe);
        Assert.Same(PipeTarget.Null, command.StandardOutputPipe);
        Assert.Same(PipeTarget.Null, command.StandardErrorPipe);
        Assert.Same(Credentials.Default, command.Credentials);
        Assert.Same(ResourcePolicy.Default, command.ResourcePolicy);
    }

    [Fact]
    public void Every_change_makes_a_new_command_and_keeps_the_rest()
    {
        var original = Cli.Wrap("x").WithArguments("a").WithWorkingDirectory("/");

        var changed = original
            .WithTargetFile("y")
            .WithValidation(CommandResultValidation.None)
            .WithEnvironmentVariables(e => e.Set("K", "v"))
            .WithStandardInputPipe(PipeSource.FromString("in"));

        Assert.Equal("x a", original.ToString());
        Assert.Empty(original.EnvironmentVariables);
        Assert.Equal("y a", changed.ToString());
        Assert.Equal("/", changed.WorkingDirPath);
        Assert.NotSame(original.StandardInputPipe, changed.StandardInputPipe);
    }

    [Fact]
    public async Task A_variable_is_added_and_null_takes_an_inherited_one_away()
    {
        var result = await Shell
            .Script("echo \"[$ADDED][$HOME][${PATH:+inherited}]\"")
            .WithEnvironmentVariables(e => e.Set("ADDED", "a b").Set("HOME", null))
            .ExecuteBufferedAsync(Shell.Patience);

        Assert.Equal("[a b][][inherited]\n", result.StandardOutput);
    }

    [Fact]
    public void A_later_set_of_variables_replaces_the_earlier_one()
    {
        var command = Cli.Wrap("x").WithEnvironmentVariables(e => e.Set("A", "1")).WithEnvironmentVariables(e => e.Set("B", "2"));

        Assert.Equal([new("B", "2")], command.EnvironmentVariables);
    }

    [Fact]
    public void What_the_variables_builder_built_stays_as_it_was()
    {
        var builder = new EnvironmentVariablesBuilder().Set("A", "1").Set("A", "2").Set("B", null);

        var built = builder.Build();
        builder.Set("C", "3");

        Assert.Equal([new("A", "2"), new("B", null)], built);
    }

    [Fact]
    public async Task The_working_directory_is_where_it_runs()
    {
        var result = await Cli.Wrap("pwd").WithWorkingDirectory("/usr").ExecuteBufferedAsync(Shell.Patience);

        Assert.Equal("/usr\n", result.StandardOutput);
    }

    [Fact]
    public async Task The_start_info_and_the_process_can_be_reached_last()
    {
        ProcessStartInfo? seen = null;
        var processId = 0;

        var task = Cli.Wrap("true").WithArguments("x").ExecuteAsync(info => seen = info, process => processId = process.Id);
        await task;

        Assert.Equal("true", seen!.FileName);
        Assert.Equal("x", seen.Arguments);
        Assert.False(seen.UseShellExecute);
        Assert.True(seen.RedirectStandardInput && seen.RedirectStandardOutput && seen.RedirectStandardError);
        Assert.Equal(task.ProcessId, processId);
    }

    [Fact]
    public async Task Credentials_beyond_a_user_name_are_refused_outside_Windows()
    {
        var command = Cli.Wrap("true").WithCredentials(c => c.SetDomain("d").SetUserName("u").SetPassword("p"));

        if (!OperatingSystem.IsWindows())
            await Assert.ThrowsAsync<NotSupportedException>(async () => await command.ExecuteAsync());
        Assert.Equal(("d", "u", "p"), (command.Credentials.Domain, command.Credentials.UserName, command.Credentials.Password));
    }

    [Fact]
    public async Task A_priority_is_applied_to_the_process()
    {
        var result = await Shell
            .Script("read go; nice")
            .WithResourcePolicy(r => r.SetPriority(ProcessPriorityClass.BelowNormal))
            .WithStandardInputPipe(PipeSource.FromString("go\n"))
            .ExecuteBufferedAsync(Shell.Patience);

        Assert.Equal("10\n", result.StandardOutput);
    }
}
