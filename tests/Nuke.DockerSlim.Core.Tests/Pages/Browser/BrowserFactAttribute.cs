namespace Nuke.DockerSlim.Tests.Pages.Browser;

/// <summary>A test in a real browser, skipped with the reason where there is none; under CI=true that is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.ReasonToSkip;
}
