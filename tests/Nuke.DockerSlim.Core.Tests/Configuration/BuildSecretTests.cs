using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class BuildSecretTests
{
    private const string Forms = "write id=NAME,src=FILE or id=NAME,env=VARIABLE";
    private const string Behind = Forms + ", with quotes around a part that has a comma in it.";

    [Theory]
    [InlineData("id=npmrc,src=.npmrc", "npmrc", ".npmrc", null)]
    [InlineData("id=npmrc,source=/etc/my secrets/größe", "npmrc", "/etc/my secrets/größe", null)]
    [InlineData("type=file, id=npmrc, src=.npmrc", "npmrc", ".npmrc", null)]
    [InlineData("ID=token,ENV=NPM_TOKEN", "token", null, "NPM_TOKEN")]
    [InlineData("id=token,type=env,env=NPM_TOKEN", "token", null, "NPM_TOKEN")]
    [InlineData("id=a,src=b=c", "a", "b=c", null)]
    [InlineData("type=env,id=token,src=NPM_TOKEN", "token", null, "NPM_TOKEN")]
    [InlineData("type=env,id=token", "token", null, "token")]
    [InlineData("id=npmrc,\"src=a,b/.npmrc\"", "npmrc", "a,b/.npmrc", null)]
    [InlineData("\"id=npmrc\", \"src=a \"\"b\"\"/.npmrc\" ", "npmrc", "a \"b\"/.npmrc", null)]
    public void Comes_from_a_file_or_a_variable(string text, string id, string? file, string? variable) =>
        Assert.Equal(new BuildSecret(id, file, variable), BuildSecret.Parse(text));

    [Fact]
    public void Without_a_source_it_is_the_variable_of_its_own_name() =>
        Assert.Equal(new BuildSecret("NPM_TOKEN", null, "NPM_TOKEN"), BuildSecret.Parse("id=NPM_TOKEN"));

    [Theory]
    [InlineData("src=.npmrc", "A build secret has no id; write id=NAME,src=FILE or id=NAME,env=VARIABLE.")]
    [InlineData("id=,src=.npmrc", "A build secret has no id; write id=NAME,src=FILE or id=NAME,env=VARIABLE.")]
    [InlineData("id=a,src=b,env=C", "The build secret 'a' names both a file and an environment variable; keep one of them.")]
    [InlineData("id=a,file=hunter2", "The build secret 'a' has a part that is not understood, number 2; " + Behind)]
    [InlineData("token=hunter2", "A build secret has a part that is not understood, number 1; " + Behind)]
    [InlineData("id=a,type=vault", "The build secret 'a' has a part that is not understood, number 2; " + Behind)]
    [InlineData("id=a,hunter2", "The build secret 'a' has a part that is not understood, number 2; " + Behind)]
    [InlineData("id=a,src=b,hunter2==", "The build secret 'a' has a part that is not understood, number 3; " + Behind)]
    [InlineData("id=a,=hunter2", "The build secret 'a' has a part that is not understood, number 2; " + Behind)]
    [InlineData("", "A build secret has a part that is not understood, number 1; " + Behind)]
    [InlineData("id=a,\"src=hunter2", "A build secret has a quote that is not closed; " + Forms + ".")]
    [InlineData(
        "id=a,src=\"hunter2\"",
        "A build secret has a quote in the middle of a part: put the quotes around the whole part; " + Forms + "."
    )]
    [InlineData(
        "id=a,\"src=hunter2\".npmrc",
        "A build secret has text behind a closing quote: put the quotes around the whole part; " + Forms + "."
    )]
    public void Says_what_is_missing_and_never_a_value(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<InputException>(() => BuildSecret.Parse(text)).Message);

    [Theory]
    [InlineData("id=npmrc,src=.npmrc")]
    [InlineData("id=token,env=NPM_TOKEN")]
    [InlineData("id=npmrc,\"src=/a,b/.npmrc\"")]
    [InlineData("id=npmrc,\"src=/a \"\"b\"\"/.npmrc\"")]
    public void Is_written_as_buildx_reads_it(string text) => Assert.Equal(text, BuildSecret.Parse(text).ToString());
}
