namespace Octokit;

public enum TwoFactorType
{
    None,
    Unknown,
    Sms,
    AuthenticatorApp,
}
