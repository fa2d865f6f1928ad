using Octokit.Internal;

namespace Octokit;

public class Credentials
{
    public static readonly Credentials Anonymous = new();

    private Credentials() => AuthenticationType = AuthenticationType.Anonymous;

    public Credentials(string login, string password)
        : this(login, password, AuthenticationType.Basic) { }

    public Credentials(string login, string password, AuthenticationType authenticationType)
    {
        Login = Ensure.NotBlank(login);
        Password = Ensure.NotBlank(password);
        AuthenticationType = authenticationType;
    }

    public Credentials(string token)
        : this(token, AuthenticationType.Oauth) { }

    public Credentials(string token, AuthenticationType authenticationType)
    {
        Password = Ensure.NotBlank(token);
        AuthenticationType = authenticationType;
    }

    public string Login { get; }

    public string Password { get; }

    public AuthenticationType AuthenticationType { get; }
}
