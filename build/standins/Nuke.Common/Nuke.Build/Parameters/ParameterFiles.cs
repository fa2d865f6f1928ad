using System.Reflection;
using System.Text.Json;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Parameters;

/// <summary><c>.nuke/parameters.json</c> and the profiles: the last profile named wins over the earlier ones and over the default file.</summary>
internal sealed class ParameterFiles(Type buildType, AbsolutePath nukeDirectory, string[] profiles)
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private List<JsonElement> _files;

    public object Find(string name, Type type)
    {
        // Read at the first question, so that a missing profile is reported there; asked again, it is reported again.
        foreach (var file in _files ??= Read(nukeDirectory, profiles))
        {
            if (file.TryGetProperty(name, out var value))
                return Convert(name, value, type);
        }

        return null;
    }

    private static List<JsonElement> Read(AbsolutePath nukeDirectory, string[] profiles)
    {
        var paths = profiles.Select(profile => nukeDirectory / $"parameters.{profile}.json").ToList();
        foreach (var path in paths)
            Assert.FileExists(path, argumentExpression: "x.File");

        var defaultFile = nukeDirectory / "parameters.json";
        if (defaultFile.FileExists())
            paths.Insert(0, defaultFile);
        paths.Reverse();
        return paths.ConvertAll(path => JsonDocument.Parse(File.ReadAllText(path), Options).RootElement);
    }

    private object Convert(string name, JsonElement value, Type type)
    {
        var member = ParameterMembers
            .Parameters(buildType, includeUnlisted: true)
            .Find(parameter => string.Equals(ParameterMembers.NameOf(parameter.Member), name, StringComparison.OrdinalIgnoreCase))
            ?.Member;
        if (member != null && ParameterMembers.ScalarType(Members.TypeOf(member)).IsAssignableTo(typeof(IAbsolutePathHolder)))
        {
            var path = (string)JsonValueConversion.To(value, typeof(string));
            return PathConstruction.HasPathRoot(path) ? AbsolutePath.Create(path) : NukeBuild.RootDirectory / path;
        }

        // Secrets are kept encrypted; this stand-in has no key store, and plain text is refused by the real package too.
        if (member?.GetCustomAttribute<SecretAttribute>() != null)
            Assert.Fail($"Could not decrypt '{name}' with provided password");
        return JsonValueConversion.To(value, type);
    }
}
