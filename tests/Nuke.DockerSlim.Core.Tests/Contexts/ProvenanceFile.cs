using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Tests.Contexts;

/// <summary>A metadata file with the operations of a build, as BuildKit's provenance writes them.</summary>
internal sealed class ProvenanceFile
{
    private readonly JsonArray _steps = [];
    private readonly JsonObject _locations = [];
    private readonly JsonObject _vertices = [];
    private string? _last;
    private string _chain = "base";

    /// <summary>The context, as it is asked for.</summary>
    public ProvenanceFile Context(string? followPaths = null, string identifier = "local://context", string? ignored = null)
    {
        var attributes = new JsonObject { ["local.sharedkeyhint"] = "context" };
        if (followPaths is not null)
            attributes["local.followpaths"] = new JsonArray([.. followPaths.Split(' ').Select(x => (JsonNode)x)]).ToJsonString();
        if (ignored is not null)
            attributes["local.excludepatterns"] = new JsonArray([.. ignored.Split(' ').Select(x => (JsonNode)x)]).ToJsonString();
        return Step(0, "source", new JsonObject { ["identifier"] = identifier, ["attrs"] = attributes }, [], id: identifier);
    }

    /// <summary>A COPY of several sources; patterns parted by spaces.</summary>
    public ProvenanceFile Copy(int line, string sources, string? exclude = null, string? include = null, string from = "local://context")
    {
        var actions = new JsonArray();
        foreach (var source in sources.Split(' '))
        {
            var copy = new JsonObject
            {
                ["src"] = source,
                ["dest"] = "/app/",
                ["allowWildcard"] = true,
            };
            if (exclude is not null)
                copy["exclude_patterns"] = new JsonArray([.. exclude.Split(' ').Select(x => (JsonNode)x)]);
            if (include is not null)
                copy["include_patterns"] = new JsonArray([.. include.Split(' ').Select(x => (JsonNode)x)]);
            actions.Add(
                new JsonObject
                {
                    // The first works on the step before, each next one on what the one before it made.
                    ["input"] = actions.Count == 0 ? 0 : actions.Count + 1,
                    ["secondaryInput"] = 1,
                    ["Action"] = new JsonObject { ["copy"] = copy },
                }
            );
        }
        return Step(line, "file", new JsonObject { ["actions"] = actions }, [_chain, from]);
    }

    /// <summary>A RUN with a bind mount.</summary>
    public ProvenanceFile Mount(int line, string? source, string from = "local://context")
    {
        var mount = new JsonObject
        {
            ["input"] = 1,
            ["dest"] = "/m",
            ["output"] = -1,
        };
        if (source is not null)
            mount["selector"] = source;
        return Step(line, "exec", new JsonObject { ["mounts"] = new JsonArray(new JsonObject { ["dest"] = "/" }, mount) }, [_chain, from]);
    }

    /// <summary>Any other operation.</summary>
    public ProvenanceFile Step(int line, string kind, JsonObject operation, IReadOnlyList<string> inputs, string? id = null)
    {
        _last = id ?? $"step{_steps.Count}";
        _steps.Add(
            new JsonObject
            {
                ["id"] = _last,
                ["op"] = new JsonObject { ["Op"] = new JsonObject { [kind] = operation } },
                ["inputs"] = new JsonArray([.. inputs.Select(x => (JsonNode)(x + ":0"))]),
            }
        );
        if (kind != "source")
            _chain = _last;
        _vertices[$"sha256:{_last}"] = _last;
        return line == 0 ? this : At(line);
    }

    /// <summary>One more place of the last step; several lines are a heredoc.</summary>
    public ProvenanceFile At(params int[] lines)
    {
        var entry = _locations[_last!] ??= new JsonObject { ["locations"] = new JsonArray() };
        var ranges = lines.Select(x =>
            (JsonNode)
                new JsonObject
                {
                    ["start"] = new JsonObject { ["line"] = x },
                    ["end"] = new JsonObject { ["line"] = x },
                }
        );
        entry["locations"]!.AsArray().Add(new JsonObject { ["ranges"] = new JsonArray([.. ranges]) });
        return this;
    }

    /// <summary>The metadata file in SLSA 0.2's layout.</summary>
    public string ToJson() =>
        new JsonObject
        {
            ["buildx.build.provenance"] = new JsonObject
            {
                ["buildConfig"] = Build(),
                ["metadata"] = new JsonObject { ["https://mobyproject.org/buildkit@v1#metadata"] = Source() },
            },
        }.ToJsonString();

    /// <summary>The metadata file in SLSA 1's layout.</summary>
    public string ToSlsa1() =>
        new JsonObject
        {
            ["buildx.build.provenance"] = new JsonObject
            {
                ["buildDefinition"] = new JsonObject { ["internalParameters"] = new JsonObject { ["buildConfig"] = Build() } },
                ["runDetails"] = new JsonObject { ["metadata"] = new JsonObject { ["buildkit_metadata"] = Source() } },
            },
        }.ToJsonString();

    private JsonObject Build() => new() { ["llbDefinition"] = _steps.DeepClone(), ["digestMapping"] = _vertices.DeepClone() };

    private JsonObject Source() => new() { ["source"] = new JsonObject { ["locations"] = _locations.DeepClone() } };
}
