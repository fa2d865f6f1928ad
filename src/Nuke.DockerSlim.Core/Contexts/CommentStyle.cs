namespace Nuke.DockerSlim.Contexts;

/// <summary>How a line of comment is written in a kind of file.</summary>
/// <param name="Begin">What stands before the comment.</param>
/// <param name="End">What stands behind it.</param>
internal sealed record CommentStyle(string Begin, string End = "")
{
    private static readonly CommentStyle Slashes = new("// ");
    private static readonly CommentStyle Hash = new("# ");
    private static readonly CommentStyle Markup = new("<!-- ", " -->");

    private static readonly (CommentStyle Style, string Extensions)[] Programs =
    [
        (
            Slashes,
            "ts tsx mts cts js jsx mjs cjs java kt kts scala groovy go rs c h cc hh cpp hpp cxx cs fs swift dart zig proto scss less v sol"
        ),
        (Hash, "py rb sh bash zsh pl pm r ex exs cr jl ps1 psm1 nim coffee"),
        (new("-- "), "sql lua hs elm"),
        (new("; "), "clj cljs cljc lisp el scm rkt"),
        (new("% "), "erl"),
        (new("' "), "vb"),
        (new("(* ", " *)"), "ml mli"),
        (new("/* ", " */"), "css"),
        (Markup, "html htm vue svelte xhtml"),
        (new("@* ", " *@"), "razor cshtml"),
    ];

    private static readonly (CommentStyle Style, string Extensions)[] Others =
    [
        (Hash, "yml yaml toml tf hcl properties mk cmake nix graphql"),
        (Markup, "md xml svg csproj fsproj vbproj props targets xaml"),
    ];

    private static readonly Dictionary<string, CommentStyle> OfPrograms = ByExtension(Programs);
    private static readonly Dictionary<string, CommentStyle> OfAll = ByExtension([.. Programs, .. Others]);

    /// <summary>The style of a file; null where none is known, or none is allowed.</summary>
    /// <param name="name">The file's name.</param>
    public static CommentStyle? Of(string name) => OfAll.GetValueOrDefault(Path.GetExtension(name));

    /// <summary>Whether a file is source text of a program, as far as its name tells.</summary>
    /// <param name="name">The file's name.</param>
    public static bool IsProgram(string name) => OfPrograms.ContainsKey(Path.GetExtension(name));

    private static Dictionary<string, CommentStyle> ByExtension((CommentStyle Style, string Extensions)[] styles) =>
        styles
            .SelectMany(x => x.Extensions.Split(' ').Select(extension => (Extension: "." + extension, x.Style)))
            .ToDictionary(x => x.Extension, x => x.Style, StringComparer.OrdinalIgnoreCase);
}
