# A cycle that fails
import wheel_a
