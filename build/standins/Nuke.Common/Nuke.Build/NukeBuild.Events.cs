using System.Reflection;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private List<IBuildExtension> Extensions { get; }

    internal void Raise<T>(string method, Action<T> action)
        where T : IBuildExtension
    {
        foreach (var extension in Extensions)
        {
            if (extension is not T handler)
                continue;
            if (extension is Attribute)
                Log.Verbose("{Type}.{Method} ({Priority})", ExtensionName(extension), method, extension.Priority);
            action(handler);
        }
    }

    protected internal virtual void OnBuildCreated() { }

    protected internal virtual void OnBuildInitialized() { }

    protected internal virtual void OnBuildFinished() { }

    protected internal virtual void OnTargetRunning(string target) { }

    protected internal virtual void OnTargetSkipped(string target) { }

    protected internal virtual void OnTargetSucceeded(string target) { }

    protected internal virtual void OnTargetFailed(string target) { }

    private static string ExtensionName(IBuildExtension extension)
    {
        var name = extension.GetType().Name;
        return name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name[..^nameof(Attribute).Length] : name;
    }

    private List<IBuildExtension> FindExtensions()
    {
        var extensions = new List<IBuildExtension>();
        foreach (var attribute in GetType().GetCustomAttributes<BuildExtensionAttributeBase>())
        {
            attribute.Build = this;
            extensions.Add(attribute);
        }

        extensions.AddRange([
            new ParameterStep(this),
            new SchemaStep(this),
            new ConfigurationStep(this),
            new PlanStep(this),
            new HelpStep(this),
            new InjectionStep(this),
            new EventStep(this),
        ]);
        return extensions.OrderByDescending(extension => extension.Priority).ToList();
    }
}
