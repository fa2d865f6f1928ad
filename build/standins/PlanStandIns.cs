using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Names each stand-in's package after its sources, and says which of them the feed lacks and what in the feed is out of date.
/// Takes the feed's lock, which MSBuild gives back when this build ends: of two builds at once, the second finds the work done.
/// Compiled by MSBuild for .NET Standard, hence the older C#.
/// </summary>
public sealed class PlanStandIns : Task
{
    [Required]
    public ITaskItem[] Packages { get; set; }

    [Required]
    public string Folder { get; set; }

    [Required]
    public string Feed { get; set; }

    [Required]
    public string LockFile { get; set; }

    [Output]
    public ITaskItem[] Missing { get; set; }

    [Output]
    public ITaskItem[] Outdated { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LockFile));
        BuildEngine4.RegisterTaskObject("standins.lock", TakeLock(), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        var missing = new List<ITaskItem>();
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in Packages)
        {
            var id = package.ItemSpec;
            var project = Path.Combine(Folder, id, id + ".csproj");
            if (!File.Exists(project))
                continue;
            var version = package.GetMetadata("Version").Replace("-*", "") + "-standin." + HashOf(Path.Combine(Folder, id));
            var file = Path.Combine(Feed, id + "." + version + ".nupkg");
            wanted.Add(Path.GetFileName(file));
            if (File.Exists(file))
                continue;
            var item = new TaskItem(project);
            item.SetMetadata("AdditionalProperties", "PackageVersion=" + version);
            missing.Add(item);
        }
        Missing = missing.ToArray();
        Outdated = Directory
            .GetFiles(Feed, "*.nupkg")
            .Where(x => !wanted.Contains(Path.GetFileName(x)))
            .Select(x => (ITaskItem)new TaskItem(x))
            .ToArray();
        return true;
    }

    private FileStream TakeLock()
    {
        while (true)
        {
            try
            {
                return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(LockFile))
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>The letter keeps NuGet from reading a hash of digits as a number.</summary>
    private string HashOf(string folder)
    {
        var sources = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(x => !IsOutput(x.Substring(folder.Length)));
        var shared = Directory.GetFiles(Folder, "Directory.*");
        var text = new StringBuilder();
        using (var sha = SHA256.Create())
        {
            foreach (var file in sources.Concat(shared).OrderBy(x => x, StringComparer.Ordinal))
                text.Append(file.Substring(Folder.Length))
                    .Append(' ')
                    .AppendLine(Convert.ToBase64String(sha.ComputeHash(File.ReadAllBytes(file))));
            var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text.Replace('\\', '/').ToString()));
            return "h" + BitConverter.ToString(hash, 0, 6).Replace("-", "").ToLowerInvariant();
        }
    }

    private static bool IsOutput(string path)
    {
        return path.Split('/', '\\').Any(x => x == "bin" || x == "obj");
    }
}
