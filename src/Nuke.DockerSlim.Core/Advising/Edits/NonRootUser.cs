using Nuke.DockerSlim.Checking.Rules;

namespace Nuke.DockerSlim.Advising.Edits;

/// <summary>Lets the service run without rights. Whether it then still does what it has to, only starting it can tell.</summary>
internal sealed class NonRootUser() : AdviceEdit("Run the service as a user without rights", "root-user")
{
    private protected override AdvisedImage? Edit(AdvisedDockerfile file)
    {
        var production = file.Production;
        if (
            !file.Image.IsStarted
            || !new RootUser().Check(file.Checked).Any()
            || file.Checked.ProductionChain.Any(x => x.Instructions.Any(y => y.Keyword == "USER"))
            || production
                .Instructions.Prepend(production.From)
                .Any(x => x.IgnoredRules.Contains(Rules[0], StringComparer.OrdinalIgnoreCase))
        )
            return null;
        var last = production.Instructions.LastOrDefault(x => x.IsStep) ?? production.From;
        file.Lines.Insert(last.LastLine + 1, "USER 1000:1000");
        return With(file);
    }
}
