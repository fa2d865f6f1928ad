using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>What a <c>package.json</c> says that edits have to know.</summary>
internal sealed class NodePackage
{
    // They fetch programs into the home folder when they are installed.
    private static readonly string[] KeptElsewhere = ["puppeteer", "playwright", "cypress", "electron"];

    private readonly Dictionary<string, string> _scripts;
    private readonly string[] _dependencies;
    private readonly string[] _development;

    private NodePackage(JsonElement root)
    {
        _scripts = Texts(root, "scripts");
        _dependencies = [.. Texts(root, "dependencies").Keys];
        _development = [.. Texts(root, "devDependencies").Keys];
        HasWorkspaces = root.TryGetProperty("workspaces", out _);
    }

    /// <summary>Whether packages lie beside it that have dependencies of their own.</summary>
    public bool HasWorkspaces { get; }

    /// <summary>Whether its dependencies all lie in its own folder.</summary>
    public bool IsSelfContained => !HasWorkspaces && !_dependencies.Any(KeptElsewhere.Contains);

    /// <summary>Whether there are dependencies for development alone.</summary>
    public bool HasDevelopment => _development.Length > 0;

    /// <summary>Whether it says how to test; what npm init writes in its place says that there is nothing.</summary>
    public bool HasTests => _scripts.TryGetValue("test", out var script) && !script.Contains("no test specified", StringComparison.Ordinal);

    /// <summary>Reads it; null when it is not there or is broken.</summary>
    /// <param name="image">The image whose context has it.</param>
    public static NodePackage? Read(AdvisedImage image)
    {
        if (!image.Has("package.json") || image.Context.Read("package.json") is not { } text)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            return document.RootElement.ValueKind == JsonValueKind.Object ? new NodePackage(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a command that starts the service needs what is there for development alone, as far as can be told from its words.</summary>
    /// <param name="command">The command as the Dockerfile has it.</param>
    public bool NeedsDevelopment(string command)
    {
        var text = command;
        var words = Regex.Split(command, @"[^\w:.@/-]+").Where(x => x.Length > 0).ToArray();
        for (var i = 0; i + 1 < words.Length; i++)
            if (words[i] is "npm" or "yarn" or "pnpm")
            {
                var script = words[i + 1] == "run" && i + 2 < words.Length ? words[i + 2] : words[i + 1];
                text += " " + _scripts.GetValueOrDefault("pre" + script) + " " + _scripts.GetValueOrDefault(script);
            }
        return _development.Any(x => Regex.IsMatch(text, $@"(?<![\w@./-]){Regex.Escape(x == "typescript" ? "tsc" : x)}(?![\w-])"));
    }

    private static Dictionary<string, string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.Object
            ? property
                .EnumerateObject()
                .Where(x => x.Value.ValueKind == JsonValueKind.String)
                .GroupBy(x => x.Name)
                .ToDictionary(x => x.Key, x => x.Last().Value.GetString()!)
            : [];
}
