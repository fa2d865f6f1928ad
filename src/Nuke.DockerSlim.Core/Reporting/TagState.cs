using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What a push did to a tag.</summary>
[JsonConverter(typeof(CamelCase<TagState>))]
public enum TagState
{
    /// <summary>It stands for what it stood for before.</summary>
    Untouched,

    /// <summary>It stands for the image, read back from the registry.</summary>
    Moved,

    /// <summary>It stood for the image before, and was left as it is.</summary>
    AlreadyThere,

    /// <summary>It was written, and the registry failed before it could be read back: it stands for the image or for what it stood for before.</summary>
    Unsure,

    /// <summary>It was written, and stands for something else, which is not this run's and was left.</summary>
    Another,

    /// <summary>It was moved, and put back to what it stood for before.</summary>
    PutBack,
}
