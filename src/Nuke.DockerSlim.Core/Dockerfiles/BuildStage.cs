namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>A stage of a Dockerfile.</summary>
public sealed class BuildStage
{
    internal BuildStage(
        string? name,
        string? baseName,
        BuildStage? below,
        DockerfileInstruction from,
        IReadOnlyList<DockerfileInstruction> instructions
    ) => (Name, Base, Below, From, Instructions) = (name, baseName, below, from, instructions);

    /// <summary>Its number, from zero.</summary>
    public int Index => From.Stage;

    /// <summary>Its name, as written; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>
    /// What it is built from, with build args filled in; null when one of them has no value that is known here, unless it is a stage all the same.
    /// </summary>
    public string? Base { get; }

    /// <summary>The stage that it is built from; null where that is an image, or nothing.</summary>
    public BuildStage? Below { get; }

    /// <summary>Its FROM.</summary>
    public DockerfileInstruction From { get; }

    /// <summary>What follows its FROM.</summary>
    public IReadOnlyList<DockerfileInstruction> Instructions { get; }

    /// <summary>What a message calls it.</summary>
    public string Label => Name is null ? $"stage {Index}" : $"stage '{Name}'";

    /// <summary>What it goes by in the builder's events: its name, <c>stage-N</c> where it has none.</summary>
    public string StepName => Name ?? $"stage-{Index}";

    /// <summary>Whether it starts with an image: neither with another stage nor with nothing.</summary>
    public bool HasImage => Below is null && Base != "scratch";

    /// <summary>The stages whose instructions make up its image, the lowest first and it itself last.</summary>
    public IReadOnlyList<BuildStage> Chain()
    {
        var chain = new List<BuildStage>();
        for (var stage = this; stage is not null; stage = stage.Below)
            chain.Add(stage);
        chain.Reverse();
        return chain;
    }

    /// <summary>Its instructions that are steps for the builder, its FROM among them where that takes an image.</summary>
    public IReadOnlyList<DockerfileInstruction> Steps =>
        [.. Instructions.Prepend(From).Where(x => x.IsStep || (x.Keyword == "FROM" && HasImage))];
}
