namespace CliWrap.Builders;

public class CredentialsBuilder
{
    private string? _domain;
    private string? _userName;
    private string? _password;
    private bool _loadUserProfile;

    public CredentialsBuilder SetDomain(string? domain)
    {
        _domain = domain;
        return this;
    }

    public CredentialsBuilder SetUserName(string? userName)
    {
        _userName = userName;
        return this;
    }

    public CredentialsBuilder SetPassword(string? password)
    {
        _password = password;
        return this;
    }

    public CredentialsBuilder LoadUserProfile(bool loadUserProfile = true)
    {
        _loadUserProfile = loadUserProfile;
        return this;
    }

    public Credentials Build() => new(_domain, _userName, _password, _loadUserProfile);
}
