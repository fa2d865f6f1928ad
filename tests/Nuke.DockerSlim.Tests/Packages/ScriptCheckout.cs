namespace Nuke.DockerSlim.Tests.Packages;

/// <summary>The repository's build script with a build program of a few lines that repeats its arguments.</summary>
public sealed class ScriptCheckout : IDisposable
{
    /// <summary>What the script says when it compiles.</summary>
    internal const string Compiles = "Building the build program ...";

    private const string CompilerLog = ".nuke/temp/build-program/build.log";
    private readonly Checkout _checkout = new();

    public ScriptCheckout()
    {
        _checkout.Copy("build.sh", "build/bootstrap", "global.json", "nuget.config", "build/standins/feed/README.md");
        _checkout.Write("Directory.Build.props", "<Project><!-- mark --></Project>");
        _checkout.Write("build/Part.cs", "// mark");
        _checkout.Write(
            "build/Program.cs",
            """
            System.Console.WriteLine("<" + string.Join("><", args) + ">");
            return args is ["exit", var code, ..] ? int.Parse(code) : 0;
            """
        );
        _checkout.Write(
            "build/_build.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <!-- mark -->
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <InvariantGlobalization>true</InvariantGlobalization>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="*.cs" />
              </ItemGroup>
            </Project>
            """
        );
    }

    internal bool HasCompilerLog => File.Exists(_checkout.At(CompilerLog));

    public void Dispose() => _checkout.Dispose();

    internal Task<CommandRun> BuildAsync(params string[] arguments) => _checkout.RunAsync("bash", [_checkout.At("build.sh"), .. arguments]);

    internal void Write(string path, string text) => _checkout.Write(path, text);

    internal void Delete(string path) => File.Delete(_checkout.At(path));

    /// <summary>As NuGet writes it, so that the script knows which folders are package sources.</summary>
    internal void RecordSourceFolder() =>
        _checkout.Write(
            "build/standins/Choice/obj/project.assets.json",
            $$"""
            {
              "project": {
                "restore": {
                  "sources": {
                    "{{_checkout.At("build/standins/feed")}}": {},
                    "{{_checkout.Source}}": {},
                    "https://example.org/v3/index.json": {}
                  },
                  "frameworks": {}
                }
              }
            }
            """
        );

    internal void PublishPackage() => File.WriteAllText(Path.Combine(_checkout.Source, "CliWrap.3.10.0.nupkg"), "");

    internal void DeleteCompilerLog() => File.Delete(_checkout.At(CompilerLog));

    /// <summary>Changes a comment, and gives the file its old modification time back.</summary>
    internal void ChangeCaseOfAMark(string path)
    {
        var file = _checkout.At(path);
        var time = File.GetLastWriteTimeUtc(file);
        var text = File.ReadAllText(file);
        File.WriteAllText(
            file,
            text.Contains("mark", StringComparison.Ordinal) ? text.Replace("mark", "MARK") : text.Replace("MARK", "mark")
        );
        File.SetLastWriteTimeUtc(file, time);
    }
}
