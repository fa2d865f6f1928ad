using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Sbom;

/// <summary>
/// Writes licences as CycloneDX has them: an identifier of SPDX's list, an expression of such, or any other text as a name. The identifiers here are those that
/// packages mostly state; of another one nobody but SPDX's whole list could tell that it is one, so it stays a name.
/// </summary>
internal static class LicenseNames
{
    private static readonly HashSet<string> Known = new(
        (
            "0BSD AFL-2.1 AGPL-3.0-only AGPL-3.0-or-later Apache-1.1 Apache-2.0 Artistic-1.0 Artistic-2.0 BSD-1-Clause BSD-2-Clause BSD-3-Clause "
            + "BSD-4-Clause BSL-1.0 BlueOak-1.0.0 CC-BY-3.0 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 EPL-1.0 EPL-2.0 FTL GPL-1.0-only GPL-1.0-or-later "
            + "GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later HPND ICU ISC Libpng LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only "
            + "LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later MIT MIT-0 MPL-1.1 MPL-2.0 NCSA OFL-1.1 OpenSSL PHP-3.01 PostgreSQL PSF-2.0 "
            + "Python-2.0 Ruby TCL Unicode-3.0 Unlicense Vim W3C WTFPL X11 ZPL-2.1 Zlib bzip2-1.0.6 curl libtiff"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>A component's licences; null where there are none.</summary>
    /// <param name="text">The licence as the package states it.</param>
    public static JsonArray? Of(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            return null;
        if (Known.Contains(text))
            return [new JsonObject { ["license"] = new JsonObject { ["id"] = text } }];
        return IsExpression(text)
            ? [new JsonObject { ["expression"] = text }]
            : [new JsonObject { ["license"] = new JsonObject { ["name"] = text } }];
    }

    /// <summary>A licence as SPDX has it, an identifier or an expression of such; null where the text is neither.</summary>
    /// <param name="text">The licence as the package states it.</param>
    public static string? ExpressionOf(string text)
    {
        text = text.Trim();
        return Known.Contains(text) || IsExpression(text) ? text : null;
    }

    // Identifiers and operators in turn, and every bracket closed (SPDX specification, licence expressions).
    private static bool IsExpression(string text)
    {
        var depth = 0;
        var wantsName = true;
        foreach (var word in text.Replace("(", " ( ").Replace(")", " ) ").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "(" && wantsName)
                depth++;
            else if (word == ")" && !wantsName && depth > 0)
                depth--;
            else if (wantsName ? Known.Contains(word) : word is "AND" or "OR")
                wantsName = !wantsName;
            else
                return false;
        }
        return depth == 0 && !wantsName;
    }
}
