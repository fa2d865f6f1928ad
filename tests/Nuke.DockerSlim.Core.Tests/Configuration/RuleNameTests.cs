using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Tests.Configuration;

/// <summary>Rules are named by people, who mistype.</summary>
public sealed class RuleNameTests
{
    [Theory]
    [InlineData("root-usr", "There is no rule 'root-usr'; did you mean root-user?")]
    [InlineData("whatever", "There is no rule 'whatever'; docs/rules.md lists them.")]
    [InlineData("", "There is no rule ''; docs/rules.md lists them.")]
    public void A_rule_that_is_none_is_a_problem(string rule, string problem)
    {
        Assert.Equal([problem], DefinitionChecks.Problems([new("acme/shop") { IgnoredRules = [rule] }]));
        Assert.Equal([problem], DefinitionChecks.Problems([new("acme/shop") { ErrorRules = [rule] }]));
    }

    [Theory]
    [InlineData("root-user")]
    [InlineData("context-unused")]
    [InlineData("SecretsUsedInArgOrEnv")]
    public void Our_rules_and_the_builder_s_are_rules(string rule) =>
        Assert.Empty(DefinitionChecks.Problems([new("acme/shop") { IgnoredRules = [rule], ErrorRules = [rule] }]));
}
