using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Kernel;

/// <summary>What can be tried, or asked for, too often.</summary>
public enum Attempt { SignIn, Token, Mail, PasswordReset, Invitation }

/// <summary>Counts attempts by what they were made against and by where they came from; strangers cannot lock anybody out for long.</summary>
public interface IAttempts
{
    /// <summary>Refuses with 429 and the time to wait.</summary>
    void RefuseIfTooMany(Attempt attempt, string target);

    void Failed(Attempt attempt, string target);

    /// <summary>Counts one more where there is room for it; otherwise counts nothing and answers how long to wait.</summary>
    TimeSpan? Take(Attempt attempt, string target);

    /// <summary>Counts one more, or refuses with 429 and the time to wait.</summary>
    void TakeOrRefuse(Attempt attempt, string target, Refusal refusal)
    {
        if (Take(attempt, target) is { } wait) throw new RefusedException(refusal) { RetryAfter = wait };
    }
}
