namespace Nuke.DockerSlim.Reporting;

/// <summary>What to do about a layer that comes out differently each time.</summary>
internal static class RepeatedFix
{
    /// <summary>The advice, whole sentences.</summary>
    /// <param name="cause">What makes it so.</param>
    public static string Of(RepeatedCause cause) =>
        cause switch
        {
            RepeatedCause.FileTimes =>
                "Build with --source-epoch commit --rewrite-timestamps, or, on the classic store, set the times of files yourself (find DIR -exec touch -h -d @$SOURCE_DATE_EPOCH {} +) and copy them into a last stage; docs/reproducible.md.",
            RepeatedCause.Order => "Sort what is listed (find ... | sort, with LC_ALL=C), and write maps by sorted keys.",
            RepeatedCause.RandomName => "Give it a fixed name (no mktemp, $RANDOM or $$), or remove it in the same RUN.",
            RepeatedCause.Date => "Leave the date out, or take it from ARG SOURCE_DATE_EPOCH (date -u -d @$SOURCE_DATE_EPOCH).",
            RepeatedCause.Identifier => "Write no random identifier into the image, or derive it from the inputs.",
            RepeatedCause.GzipTime => "Compress with gzip -n.",
            RepeatedCause.ZipTimes =>
                "Set the files' times before they are packed (touch -d), or a tool's option for it, such as SOURCE_DATE_EPOCH.",
            RepeatedCause.LibraryTimes => "Make static libraries with ar D (ARFLAGS=Dcr).",
            RepeatedCause.BytecodeTime =>
                "Compile with python -m compileall --invalidation-mode unchecked-hash, or set PYTHONDONTWRITEBYTECODE=1.",
            RepeatedCause.BuildId => "Link with a build id of the content (-Wl,--build-id=sha1) or none, and build in a fixed folder.",
            _ =>
                "Look at what the line takes from outside: network, time, random numbers, the number of processors; compare the file of two builds.",
        };
}
