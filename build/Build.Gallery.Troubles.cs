using System.Collections.Generic;
using Gallery;

// What goes wrong, and what has to be said of it: the same words stand in the README of each.
partial class Build
{
    static IReadOnlyList<Trouble> GalleryTroubles =>
        [
            new(
                "missing-file",
                "the image starts and dies, because a file was not copied",
                2,
                ["SlimImage", "--scenarios", "warm", "--smoke-log", "listening"],
                ["does not run as it should", "COPY --from=builder /app/config/default.json /app/config/default.json"]
            ),
            new(
                "whole-directory",
                "the image is still large: a whole directory was copied",
                3,
                ["SlimImage", "--scenarios", "warm", "--unpacked-size", "195MB", "--error-rules", "whole-directory-copied"],
                ["It copies all of /app from stage 'builder'", "[whole-directory-copied]", "exceeds 195.0 MB"]
            ),
            new(
                "heavy-base",
                "the image is still large: its base is",
                3,
                ["SlimImage", "--scenarios", "warm", "--unpacked-size", "195MB", "--error-rules", "heavy-base"],
                ["Production stands on node:20-bookworm", "[heavy-base]", "exceeds 195.0 MB"]
            ),
            new(
                "native-module",
                "a native module is installed where no compiler is",
                1,
                ["SlimImage", "--scenarios", "warm"],
                ["Dockerfile:5", "build that in a stage whose base has a compiler, and copy what comes out (COPY --from)"]
            ),
            new(
                "failing-tests",
                "a push although the tests fail",
                2,
                ["SlimImage", "--scenarios", "warm", "--push-image", "--image-tags", "gallery"],
                ["Dockerfile:10: 'RUN node --test add.test.js' failed in stage 'test'", "withheld: the tests failed"]
            ),
            new(
                "missing-tests",
                "a push although there are no tests",
                1,
                ["SlimImage", "--scenarios", "warm", "--push-image", "--image-tags", "gallery"],
                ["has no test stage 'test'; it has production (line 4)", "--allow-untested"]
            ),
        ];
}
