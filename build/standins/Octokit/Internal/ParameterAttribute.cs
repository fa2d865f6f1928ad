namespace Octokit.Internal;

/// <summary>What a member is called on the wire, where that does not follow from its name.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ParameterAttribute : Attribute
{
    public string Key { get; set; }

    public string Value { get; set; }
}
