using Octokit.Internal;

namespace Octokit;

public class PullRequestFile
{
    public string Sha { get; private set; }

    [Parameter(Key = "filename")]
    public string FileName { get; private set; }

    public string Status { get; private set; }

    public int Additions { get; private set; }

    public int Deletions { get; private set; }

    public int Changes { get; private set; }

    public string BlobUrl { get; private set; }

    public string RawUrl { get; private set; }

    public string ContentsUrl { get; private set; }

    public string Patch { get; private set; }

    [Parameter(Key = "previous_filename")]
    public string PreviousFileName { get; private set; }
}
