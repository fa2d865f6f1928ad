using System.Globalization;
using Docker.DotNet.Json;

namespace Docker.DotNet;

/// <summary>
/// The query of one request, in the order of the calls. Null is left out; so is every false and zero, set or not:
/// the real package does not tell them from "unset" either.
/// </summary>
internal sealed class QueryString
{
    private readonly List<string> _pairs = [];

    public QueryString Add(string name, string value) => value is null ? this : Append(name, value);

    public QueryString Add(string name, bool? value) => value is true ? Append(name, "1") : this;

    public QueryString Add(string name, long? value) =>
        value is null or 0 ? this : Append(name, value.Value.ToString(CultureInfo.InvariantCulture));

    public QueryString AddEach(string name, IEnumerable<string> values)
    {
        foreach (var value in values ?? [])
        {
            Append(name, value);
        }

        return this;
    }

    public QueryString AddJson(string name, IDictionary<string, IDictionary<string, bool>> filters) =>
        filters is null ? this : Append(name, EngineJson.Serialize(filters, EngineJson.Types.IDictionaryStringIDictionaryStringBoolean));

    public QueryString Require(string name, string value) =>
        value is null ? throw new ArgumentException("Got null/unset value for a required query parameter.", name) : Append(name, value);

    public QueryString Require(string name, bool value) => Append(name, value ? "1" : "0");

    public override string ToString() => string.Join('&', _pairs);

    private QueryString Append(string name, string value)
    {
        _pairs.Add($"{name}={Uri.EscapeDataString(value)}");
        return this;
    }
}
