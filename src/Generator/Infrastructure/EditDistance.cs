namespace Semel;

/// <summary>How many letters are missing, too many, wrong, or swapped with their neighbour, whatever their case: the optimal string alignment distance.</summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var errors = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++) errors[row, 0] = row;
        for (var column = 0; column <= right.Length; column++) errors[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var other = errors[row - 1, column - 1] + (Same(left[row - 1], right[column - 1]) ? 0 : 1);
                errors[row, column] = Math.Min(other, Math.Min(errors[row - 1, column], errors[row, column - 1]) + 1);
                if (row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                    errors[row, column] = Math.Min(errors[row, column], errors[row - 2, column - 2] + 1);
            }
        }

        return errors[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
