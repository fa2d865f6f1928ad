namespace CliWrap;

public class Credentials(string? domain = null, string? userName = null, string? password = null, bool loadUserProfile = false)
{
    public Credentials(string? domain, string? username, string? password)
        : this(domain, username, password, false) { }

    public string? Domain { get; } = domain;

    public string? UserName { get; } = userName;

    public string? Password { get; } = password;

    public bool LoadUserProfile { get; } = loadUserProfile;

    public static Credentials Default { get; } = new();
}
