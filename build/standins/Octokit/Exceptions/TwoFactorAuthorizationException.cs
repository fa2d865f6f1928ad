using System.Net;

namespace Octokit;

public abstract class TwoFactorAuthorizationException : AuthorizationException
{
    protected TwoFactorAuthorizationException(TwoFactorType twoFactorType, Exception innerException)
        : base(HttpStatusCode.Unauthorized, innerException) => TwoFactorType = twoFactorType;

    protected TwoFactorAuthorizationException(IResponse response, TwoFactorType twoFactorType)
        : base(response) => TwoFactorType = twoFactorType;

    public TwoFactorType TwoFactorType { get; }
}
