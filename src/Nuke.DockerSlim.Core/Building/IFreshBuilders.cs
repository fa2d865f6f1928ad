using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Building;

/// <summary>Builders that hold nothing, as a fresh machine has one.</summary>
public interface IFreshBuilders
{
    /// <summary>Takes one; disposing it takes away what was made for it.</summary>
    /// <param name="name">The builder that the user says is empty; null: one is made.</param>
    /// <param name="cancellationToken">Ends it; nothing is left then.</param>
    /// <exception cref="EngineException">There is no such builder, or none can be made.</exception>
    Task<FreshBuilder> TakeAsync(string? name, CancellationToken cancellationToken);
}
