using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>The JSON schema of a build's parameter files, for editors and shell completion.</summary>
public class SchemaUtility
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string GetJsonString(INukeBuild build)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, build);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, INukeBuild build)
    {
        var parameters = ParameterMembers.Parameters(build.GetType(), includeUnlisted: true);
        writer.WriteStartObject();
        writer.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
        writer.WriteStartObject("definitions");
        var defined = new HashSet<string>();
        foreach (var parameter in parameters)
            WriteDefinition(writer, build, parameter, defined);
        writer.WriteStartObject(nameof(NukeBuild));
        WriteProperties(writer, parameters.FindAll(parameter => parameter.IsBuiltIn));
        writer.WriteEndObject();
        writer.WriteEndObject();

        writer.WriteStartArray("allOf");
        writer.WriteStartObject();
        WriteProperties(writer, parameters.FindAll(parameter => !parameter.IsBuiltIn));
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("$ref", "#/definitions/" + nameof(NukeBuild));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDefinition(Utf8JsonWriter writer, INukeBuild build, InjectedMember parameter, HashSet<string> defined)
    {
        var name = ParameterMembers.NameOf(parameter.Member);
        var type = ParameterMembers.ScalarType(Members.TypeOf(parameter.Member));
        if (parameter.IsBuiltIn && name == nameof(NukeBuild.Host))
            WriteNames(writer, nameof(NukeBuild.Host), HostTypes.Names.Order());
        else if (parameter.IsBuiltIn && name == "Skip")
            WriteNames(writer, nameof(ExecutableTarget), build.ExecutableTargets.Select(target => target.Name).Order());
        else if (type.IsEnum && defined.Add(type.Name))
            WriteNames(writer, type.Name, type.GetEnumNames(), description: "");
    }

    private static void WriteNames(Utf8JsonWriter writer, string name, IEnumerable<string> names, string description = null)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "string");
        if (description != null)
            writer.WriteString("description", description);
        SchemaProperties.WriteEnum(writer, names);
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, List<InjectedMember> parameters)
    {
        if (parameters.Count == 0)
            return;
        writer.WriteStartObject("properties");
        foreach (var parameter in parameters)
            SchemaProperties.Write(writer, parameter);
        writer.WriteEndObject();
    }
}
