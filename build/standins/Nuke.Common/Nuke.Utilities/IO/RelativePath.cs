namespace Nuke.Common.IO;

public class RelativePath
{
    private readonly string _path;
    private readonly char? _separator;

    protected RelativePath(string path, char? separator = null)
    {
        _path = path;
        _separator = separator;
    }

    public static explicit operator RelativePath(string path) =>
        path is null ? null : new RelativePath(PathConstruction.NormalizePath(path));

    public static implicit operator string(RelativePath path) => path?._path;

    public static RelativePath operator /(RelativePath left, string right)
    {
        var combined = PathConstruction.Combine(left.NotNull()._path, right, left._separator);
        return new RelativePath(PathConstruction.NormalizePath(combined, left._separator), left._separator);
    }

    public static RelativePath operator +(RelativePath left, string right) => new(left._path + right);

    public override string ToString() => _path;
}
