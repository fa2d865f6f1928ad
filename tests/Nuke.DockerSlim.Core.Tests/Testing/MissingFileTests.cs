using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim.Tests.Testing;

/// <summary>What programs say when a file is not there, as they say it.</summary>
public sealed class MissingFileTests
{
    [Theory]
    // Node.
    [InlineData("Error: ENOENT: no such file or directory, open 'config/shop.json'", "config/shop.json", "/app/config/shop.json")]
    [InlineData("Error: Cannot find module '/app/server.js'", "/app/server.js", "/app/server.js")]
    [InlineData("Error: Cannot find module 'express'", "express", "/app/node_modules/express")]
    // Python.
    [InlineData("FileNotFoundError: [Errno 2] No such file or directory: '/etc/shop.ini'", "/etc/shop.ini", "/etc/shop.ini")]
    [InlineData("python: can't open file '/app/main.py': [Errno 2] No such file or directory", "/app/main.py", "/app/main.py")]
    // .NET, Java, Go, and what C programs say.
    [InlineData("Unhandled exception. System.IO.FileNotFoundException: Could not find file '/app/a.json'.", "/app/a.json", "/app/a.json")]
    [InlineData("Error: Unable to access jarfile app.jar", "app.jar", "/app/app.jar")]
    [InlineData("panic: open ./data/x.db: no such file or directory", "./data/x.db", "/app/data/x.db")]
    [InlineData("cat: /app/words: No such file or directory", "/app/words", "/app/words")]
    // Loaders, shells and the engine.
    [InlineData(
        "./shop: error while loading shared libraries: libpq.so.5: cannot open shared object file: No such file or directory",
        "libpq.so.5",
        "/usr/lib/x86_64-linux-gnu/libpq.so.5"
    )]
    [InlineData("/bin/sh: 1: curl: not found", "curl", "/usr/local/bin/curl")]
    [InlineData("exec: \"/app/serve\": stat /app/serve: no such file or directory", "/app/serve", "/app/serve")]
    public void The_file_and_its_likeliest_place(string line, string name, string path)
    {
        var missing = MissingFile.Find(["starting", line], "/app");

        Assert.NotNull(missing);
        Assert.Equal((name, path), (missing.Name, missing.Paths[0]));
    }

    [Fact]
    public void A_module_is_looked_for_beside_the_file_that_asks_for_it() =>
        Assert.Equal(
            ["/app/src/lib/tax", "/app/src/lib/tax.js", "/app/src/lib/tax/index.js", "/app/src/lib/tax.json"],
            MissingFile.Find(["Error: Cannot find module '../lib/tax'", "Require stack:", "- /app/src/api/main.js"], "/")!.Paths
        );

    [Theory]
    [InlineData("listening on 8080")]
    [InlineData("connect ECONNREFUSED 127.0.0.1:5432")]
    [InlineData("HTTP 404: not found")]
    [InlineData("")]
    public void Other_lines_name_none(string line) => Assert.Null(MissingFile.Find([line], "/app"));
}
