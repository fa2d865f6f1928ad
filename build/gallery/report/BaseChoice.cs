#nullable enable
namespace Gallery;

/// <summary>Where a base image came from.</summary>
/// <param name="Name">Its upstream name.</param>
/// <param name="IsStandIn">Whether it was made here, because no registry served it.</param>
/// <param name="Reason">Why, in few words.</param>
public sealed record BaseChoice(string Name, bool IsStandIn, string Reason)
{
    public string Text => $"{Name}: {From}";

    /// <summary>Where from, and why.</summary>
    public string From => IsStandIn ? $"stand-in made here, {Reason}" : Reason;
}
