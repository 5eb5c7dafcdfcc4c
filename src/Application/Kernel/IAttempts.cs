namespace ClientChats.Application.Kernel;

/// <summary>What can be tried too often.</summary>
public enum Attempt { SignIn, Token, Mail }

/// <summary>Counts attempts by what they were made against and by where they came from; strangers cannot lock anybody out for long.</summary>
public interface IAttempts
{
    /// <summary>Refuses with 429 and the time to wait.</summary>
    void RefuseIfTooMany(Attempt attempt, string target);

    void Failed(Attempt attempt, string target);
}
