using System.Net;

namespace Octokit.Internal;

/// <summary>Which exception an answer of 400 and above means.</summary>
internal static class Refusal
{
    public static void ThrowIfRefused(IResponse response)
    {
        if ((int)response.StatusCode < 400)
            return;
        throw response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => Unauthorized(response),
            HttpStatusCode.Forbidden => Forbidden(response),
            HttpStatusCode.NotFound => new NotFoundException(response),
            HttpStatusCode.UnprocessableEntity => new ApiValidationException(response),
            HttpStatusCode.UnavailableForLegalReasons => new LegalRestrictionException(response),
            _ => new ApiException(response),
        };
    }

    private static AuthorizationException Unauthorized(IResponse response) =>
        response.Headers.TryGetValue("X-GitHub-OTP", out var password) && password.StartsWith("required", StringComparison.Ordinal)
            ? new TwoFactorRequiredException(response, TwoFactor(password))
            : new AuthorizationException(response);

    private static TwoFactorType TwoFactor(string header) =>
        header.Split(';').ElementAtOrDefault(1)?.Trim() switch
        {
            "sms" => TwoFactorType.Sms,
            "app" => TwoFactorType.AuthenticatorApp,
            _ => TwoFactorType.Unknown,
        };

    // GitHub tells these apart by their texts only.
    private static ForbiddenException Forbidden(IResponse response)
    {
        var text = response.Body as string ?? string.Empty;
        if (Says("rate limit exceeded"))
            return new RateLimitExceededException(response);
        if (Says("secondary rate limit"))
            return new SecondaryRateLimitExceededException(response);
        if (Says("number of login attempts exceeded"))
            return new LoginAttemptsExceededException(response);
        if (Says("abuse-rate-limits") || Says("abuse detection mechanism"))
            return new AbuseException(response);
        return new ForbiddenException(response);

        bool Says(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
