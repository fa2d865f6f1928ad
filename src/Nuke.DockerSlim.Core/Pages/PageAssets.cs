using System.Security.Cryptography;
using System.Text;

namespace Nuke.DockerSlim.Pages;

/// <summary>Style and script of the page, as they lie in <c>Pages/Assets</c>.</summary>
internal static class PageAssets
{
    private static readonly string[] Scripts = ["text.js", "squares.js", "files.js", "treemap.js", "timeline.js", "page.js"];

    /// <summary>The style.</summary>
    public static string Style { get; } = Read("page.css");

    /// <summary>The script, which sees nothing of other scripts.</summary>
    public static string Script { get; } = $"\"use strict\";\n(() => {{\n{string.Concat(Scripts.Select(Read))}}})();\n";

    /// <summary>
    /// What a browser may do for the page: run this one script, apply this one style, and nothing else; above all it may ask no server for anything
    /// (Content Security Policy Level 3).
    /// </summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using var stream =
            typeof(PageAssets).Assembly.GetManifestResourceStream($"page/{name}")
            ?? throw new InvalidOperationException($"The page's {name} is missing in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
