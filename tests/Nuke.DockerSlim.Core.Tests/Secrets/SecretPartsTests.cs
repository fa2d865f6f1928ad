using System.Text;
using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim.Tests.Secrets;

public sealed class SecretPartsTests
{
    [Theory]
    [InlineData("registry=https://npm.example.com/\n//npm.example.com/:_authToken=npm_q7Rk2ZbW0xYt\nalways-auth=true", "npm_q7Rk2ZbW0xYt")]
    [InlineData("//npm.example.com/:_authToken=${NPM_TOKEN}\nfund=false")]
    [InlineData("machine example.com login bob password Tr0ub4dor&3\n", "Tr0ub4dor&3")]
    [InlineData("https://bob:Tr0ub4dor&3@example.com\nhttps://example.com/some/place/1", "Tr0ub4dor&3")]
    [InlineData(
        "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPx",
        "wJalrXUtnFEMI/K7MDENG/bPx"
    )]
    [InlineData("[global]\nindex-url = https://ci:pat-9f8e7d6c5b4a@pypi.example.com/simple\ntimeout = 60", "pat-9f8e7d6c5b4a")]
    [InlineData(
        "<server>\n<id>releases</id>\n<username>deploy</username>\n<password>Tr0ub4dor&amp;3</password></server>",
        "Tr0ub4dor&amp;3"
    )]
    [InlineData("<add key=\"Username\" value=\"deploy\" />\n<add key=\"ClearTextPassword\" value=\"Tr0ub4dor-3\" />", "Tr0ub4dor-3")]
    [InlineData("# token=of-a-comment-1234567890\nNAME=orders\nAPI_KEY=\"k-1234567890abcdef\"\nHOST=db.example.com", "k-1234567890abcdef")]
    [InlineData("apiVersion: v1\nserver: https://10.0.0.1:6443\ntoken: eyJhbGciOiJSUzI1NiJ9\n", "eyJhbGciOiJSUzI1NiJ9")]
    [InlineData("deploy\nghp_16C7e42F292c6912E7", "ghp_16C7e42F292c6912E7")]
    // A word that everybody uses, also as a password.
    [InlineData("user=app\npassword=changeit\n")]
    [InlineData("npm_q7Rk2ZbW0xYt")]
    public void What_tells_in_lines(string text, params string[] parts) => Assert.Equal(parts, Parts(text));

    [Fact]
    public void What_tells_in_the_key_of_a_service_account()
    {
        var text = """
            {
              "type": "service_account", "project_id": "acme-orders-123", "private_key_id": "0123456789abcdef0123456789abcdef01234567",
              "private_key": "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END PRIVATE KEY-----\n",
              "client_email": "orders@acme-orders-123.iam.example.com", "client_id": "123456789012345678901",
              "auth_uri": "https://accounts.example.com/o/oauth2/auth", "token_uri": "https://oauth2.example.com/token",
              "client_x509_cert_url": "https://www.example.com/robot/v1/metadata/x509/orders"
            }
            """;
        Assert.Equal(["MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"], Parts(text));
    }

    [Fact]
    public void What_tells_in_a_login_of_docker() =>
        Assert.Equal(
            ["Ym9iOlRyMHViNGRvciYz"],
            Parts(
                """{"auths":{"registry.example.com":{"auth":"Ym9iOlRyMHViNGRvciYz","email":"bob@example.com"}},"credsStore":"desktop-of-mine"}"""
            )
        );

    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899\n\n")]
    [InlineData(
        "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkq\n-----END CERTIFICATE-----\n-----BEGIN EC PRIVATE KEY-----\n"
    )]
    public void Of_a_key_its_body_tells_however_its_lines_are_broken(string head)
    {
        const string body = "MHcCAQEEIJk3vQ0b8Xn2b3h5o7t9r1s3u5w7y9A1C3E5G7I9K1M3O5Q7S9U1W3Y5";
        var pem = $"{head}{body[..32]}\r\n{body[32..]}\r\n-----END PRIVATE KEY-----";
        Assert.Equal([body], Parts(pem));
        foreach (
            var text in (string[])[body, $"{body[..20]}\n{body[20..]}", $"  {body[..60]}\n  {body[60..]}", $"{body[..40]}\\n{body[40..]}"]
        )
        {
            var index = new NeedleIndex(new SecretValue("key", Encoding.UTF8.GetBytes(pem)).Needles(0));
            var found = new List<NeedleMatch>();
            index.Find(Encoding.UTF8.GetBytes($"x = \"{text}\";"), found);
            Assert.NotEmpty(found);
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_have_no_parts() => Assert.Empty(SecretParts.Of([0xff, 0xfe, 1, 2, 3, 4, 5, 6, 7]));

    [Theory]
    [InlineData("NPM_TOKEN", true)]
    [InlineData("//registry/:_authToken", true)]
    [InlineData("ClearTextPassword", true)]
    [InlineData("client-key-data", true)]
    [InlineData("apiKey", true)]
    [InlineData("token_uri", false)]
    [InlineData("PASSWORD_FILE", false)]
    [InlineData("PUBLIC_KEY", false)]
    [InlineData("monkey", false)]
    [InlineData("author", false)]
    public void Names_say_what_is_secret(string name, bool isSecret) => Assert.Equal(isSecret, SecretNames.Has(name));

    private static string[] Parts(string text) =>
        [.. SecretParts.Of(Encoding.UTF8.GetBytes(text.Trim())).Select(x => Encoding.UTF8.GetString(x.Bytes))];
}
