using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class BuildSecretTests
{
    [Theory]
    [InlineData("id=npmrc,src=.npmrc", "npmrc", ".npmrc", null)]
    [InlineData("id=npmrc,source=/etc/my secrets/größe", "npmrc", "/etc/my secrets/größe", null)]
    [InlineData("type=file, id=npmrc, src=.npmrc", "npmrc", ".npmrc", null)]
    [InlineData("ID=token,ENV=NPM_TOKEN", "token", null, "NPM_TOKEN")]
    [InlineData("id=token,type=env,env=NPM_TOKEN", "token", null, "NPM_TOKEN")]
    [InlineData("id=a,src=b=c", "a", "b=c", null)]
    public void Comes_from_a_file_or_a_variable(string text, string id, string? file, string? variable) =>
        Assert.Equal(new BuildSecret(id, file, variable), BuildSecret.Parse(text));

    [Fact]
    public void Without_a_source_it_is_the_variable_of_its_own_name() =>
        Assert.Equal(new BuildSecret("NPM_TOKEN", null, "NPM_TOKEN"), BuildSecret.Parse("id=NPM_TOKEN"));

    [Theory]
    [InlineData("src=.npmrc", "A build secret has no id; write id=NAME,src=FILE or id=NAME,env=VARIABLE.")]
    [InlineData("id=,src=.npmrc", "A build secret has no id; write id=NAME,src=FILE or id=NAME,env=VARIABLE.")]
    [InlineData("id=a,src=b,env=C", "The build secret 'a' names both a file and an environment variable; keep one of them.")]
    [InlineData("id=a,file=b", "The build secret 'a' has the unknown part 'file'; write id=NAME,src=FILE or id=NAME,env=VARIABLE.")]
    [InlineData("token=hunter2", "The build secret '?' has the unknown part 'token'; write id=NAME,src=FILE or id=NAME,env=VARIABLE.")]
    [InlineData("id=a,type=vault", "The build secret 'a' has the unknown part 'type'; write id=NAME,src=FILE or id=NAME,env=VARIABLE.")]
    public void Says_what_is_missing_and_never_a_value(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<InputException>(() => BuildSecret.Parse(text)).Message);

    [Theory]
    [InlineData("id=npmrc,src=.npmrc")]
    [InlineData("id=token,env=NPM_TOKEN")]
    public void Is_written_as_buildx_reads_it(string text) => Assert.Equal(text, BuildSecret.Parse(text).ToString());
}
