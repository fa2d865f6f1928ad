using System.Reflection;
using System.Runtime.Versioning;
using Nuke.Common.IO;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    public static string NewLine => Environment.NewLine;

    public static string MachineName => Environment.MachineName;

    public static AbsolutePath WorkingDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    public static FrameworkName Framework =>
        new(Assembly.GetEntryAssembly()!.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

    public static PlatformFamily Platform =>
        OperatingSystem.IsLinux() ? PlatformFamily.Linux
        : OperatingSystem.IsMacOS() ? PlatformFamily.OSX
        : OperatingSystem.IsWindows() ? PlatformFamily.Windows
        : PlatformFamily.Unknown;

    public static bool IsLinux => Platform == PlatformFamily.Linux;

    public static bool IsOsx => Platform == PlatformFamily.OSX;

    public static bool IsUnix => IsLinux || IsOsx;

    public static bool IsWin => !IsUnix;
}
