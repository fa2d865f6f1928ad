namespace Nuke.DockerSlim.Pages;

/// <summary>A part of the page with a heading of its own.</summary>
/// <param name="Id">Its name in addresses, a word of ours.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Content">What is in it.</param>
internal sealed record PageSection(string Id, string Title, Html Content)
{
    /// <summary>The part as HTML.</summary>
    public Html ToHtml() =>
        Html.Of(
            $"""
            <section id="{Id}" aria-labelledby="{Id}-title">
            <h2 id="{Id}-title">{Title}</h2>
            {Content}</section>

            """
        );
}
