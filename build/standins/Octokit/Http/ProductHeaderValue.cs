namespace Octokit;

/// <summary>Who is calling, for the User-Agent header.</summary>
public class ProductHeaderValue
{
    private readonly System.Net.Http.Headers.ProductHeaderValue _value;

    public ProductHeaderValue(string name)
        : this(new System.Net.Http.Headers.ProductHeaderValue(name)) { }

    public ProductHeaderValue(string name, string version)
        : this(new System.Net.Http.Headers.ProductHeaderValue(name, version)) { }

    public ProductHeaderValue(System.Net.Http.Headers.ProductHeaderValue productHeader) => _value = productHeader;

    public string Name => _value.Name;

    public string Version => _value.Version;

    public override bool Equals(object obj) => _value.Equals(obj);

    public override int GetHashCode() => _value.GetHashCode();

    public override string ToString() => _value.ToString();

    public static ProductHeaderValue Parse(string input) => new(System.Net.Http.Headers.ProductHeaderValue.Parse(input));

    public static bool TryParse(string input, out ProductHeaderValue parsedValue)
    {
        var parsed = System.Net.Http.Headers.ProductHeaderValue.TryParse(input, out var value);
        parsedValue = parsed ? new ProductHeaderValue(value) : null;
        return parsed;
    }
}
