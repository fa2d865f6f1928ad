using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Workflows;

namespace Nuke.DockerSlim.Tests.Workflows;

public sealed class WorkflowCommandTests
{
    [Fact]
    public void A_remark_names_its_place()
    {
        Assert.Equal(
            "::error file=src/Dockerfile,line=12,title=shop%3A download size::download size 62.1 MB exceeds 60.0 MB",
            WorkflowCommand.Annotation(
                FindingSeverity.Error,
                "download size 62.1 MB exceeds 60.0 MB",
                "src/Dockerfile",
                12,
                "shop: download size"
            )
        );
        Assert.Equal("::warning::x", WorkflowCommand.Annotation(FindingSeverity.Warning, "x"));
        Assert.Equal("::notice file=a::x", WorkflowCommand.Annotation(FindingSeverity.Info, "x", "a"));
        Assert.Equal("::error::x", WorkflowCommand.Annotation(FindingSeverity.Error, "x", null, 3));
    }

    [Theory]
    [InlineData("50%\r\n::set-env name=a::b", "50%25 : :set-env name=a::b")]
    [InlineData("a\0\e[31mb\u202E", "ab")]
    public void A_message_ends_neither_its_line_nor_its_command(string message, string written) =>
        Assert.Equal($"::error::{written}", WorkflowCommand.Annotation(FindingSeverity.Error, message));

    [Fact]
    public void A_property_holds_what_would_end_it() =>
        Assert.Equal(
            "::error file=a%2Cline=1%3A%3Ab%25,title=x%2C y::m",
            WorkflowCommand.Annotation(FindingSeverity.Error, "m", "a,line=1::b%", null, "x, y")
        );

    [Fact]
    public void A_long_message_is_cut() =>
        Assert.Equal(2_000 + "::error::".Length, WorkflowCommand.Annotation(FindingSeverity.Error, new string('x', 5_000)).Length);

    [Fact]
    public void A_value_is_masked_line_by_line() =>
        Assert.Equal(["::add-mask::a%25b", "::add-mask::second"], WorkflowCommand.Mask("a%b\r\n\n second \na%b"));

    [Fact]
    public void Commands_are_stopped_and_resumed_by_one_word() =>
        Assert.Equal(("::stop-commands::w", "::w::"), (WorkflowCommand.Stop("w"), WorkflowCommand.Resume("w")));
}
