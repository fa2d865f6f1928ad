namespace Docker.DotNet.Models;

/// <summary>The empty JSON object: what the engine keeps as the value where only the key matters.</summary>
public struct EmptyStruct { }
